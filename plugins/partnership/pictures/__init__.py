"""Pictures: what an editor's file really is, and the sizes and formats in which pages offer it."""
