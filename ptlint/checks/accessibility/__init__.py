"""Rules about access: what markup shows of the Web Content Accessibility Guidelines."""
