"""What editors write, as typed records: one Struct for each kind of file in the contract, read with every problem told."""
