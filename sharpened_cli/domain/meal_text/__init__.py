"""What was eaten, said in plain words: from a sentence to foods and grams."""
