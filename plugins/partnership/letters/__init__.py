"""Letters that ask institutions whether what the site says of them is still true."""
