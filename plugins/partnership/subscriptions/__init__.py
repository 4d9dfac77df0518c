"""What happened: posts, reports, meetings and changes of records as one stream, of which every feed.

Calendar and newsletter is a query.
"""
