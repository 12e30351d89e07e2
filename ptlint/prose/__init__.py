"""Sentences, words, syllables and readability of English prose, with exact offsets.

`segmentation.sentences`, `tokens.words`, `readability.grade` and `language.is_english` are the
doors. They take plain strings and know neither pages nor rules.
"""
