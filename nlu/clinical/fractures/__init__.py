"""Reads fractures: the sites (`places`, `links`), how many (`counts`), how they came about (`energy`), denials."""
