"""What a site consists of before it is made: pages, publications and copies, and what pages and publications share."""
