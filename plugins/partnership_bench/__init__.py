"""Speed and size: each module measures one part of the product in its ``run()`` and tells whether the limits hold."""
