"""The nouns of the field: regions, muscles, trigger points, sources, plates and the atlas that holds them."""
