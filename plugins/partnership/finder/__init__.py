"""The institution finder's Python side: language rules, folding, stemming, and the terms that the index ships."""
