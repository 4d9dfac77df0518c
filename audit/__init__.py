"""The audit: validators that others wrote, over the built site, one line a check.

``python3 tasks.py audit`` builds the site and runs ``python -m audit FOLDER``. It is no part of the package: it reads
nothing but the files that a visitor would get, so it cannot share the package's mistakes.
"""
