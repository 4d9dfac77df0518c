"""Publishing: from a commit to the public, and back; what readers will see changed; what is due for confirmation."""
