"""The rules: pure functions and frozen values, without input, output, clock or chance."""
