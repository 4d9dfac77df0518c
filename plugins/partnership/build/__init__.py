"""The build engine: one ordered story from two folders to a site, in which what has not changed is not made again."""
