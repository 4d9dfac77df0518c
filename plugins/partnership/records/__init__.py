"""What editors write, as typed records.

One Struct for each kind of file in the contract, read with every problem told.
"""
