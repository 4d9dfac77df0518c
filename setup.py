"""What is installed: the package from plugins/, and the theme as files of the package ``partnership_theme``."""

from setuptools import find_namespace_packages, setup

PACKAGES = find_namespace_packages("plugins", include=["partnership", "partnership.*"])

setup(
    packages=[*PACKAGES, "partnership_theme"],
    package_dir={"": "plugins", "partnership_theme": "theme"},
    package_data={"": ["*.yaml", "*.po", "*.js", "*.mjs", "*.json", "*.css"], "partnership_theme": ["**/*"]},
    exclude_package_data={"": ["__pycache__/*"]},
)
