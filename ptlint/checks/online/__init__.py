"""Rules that read what servers said; they run only with ``--online``."""
