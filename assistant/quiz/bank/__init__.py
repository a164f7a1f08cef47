"""The bank: items that people judged, kept in the library's database, and papers made of them."""
