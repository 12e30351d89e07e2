"""Masking of template code at equal length, one module for each template language.

What stands inside template code is never reported; the prose around it is, at its
true place. So template code is overwritten with filler of the same length.
"""
