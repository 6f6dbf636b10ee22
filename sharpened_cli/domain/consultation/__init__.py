"""Understand what a person says in the interview: free text to rows of the nine tables and safety flags.

Deterministic and offline: small grammars over cleaned text, alias tables, and spelling repair.
"""
