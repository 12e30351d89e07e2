"""What a page says of itself to search engines: JSON-LD, title and description."""
