"""The knowledge base: every medical statement and number the assistant can say, with its source.

The facts are YAML files beside this module. ``python -m knowledge build`` checks them and writes
``knowledge.db``; :mod:`knowledge.store` reads that file. See README.md.
"""
