"""Rules about DOIs and reference entries."""
