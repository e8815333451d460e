"""Clip service of a podcast network."""
