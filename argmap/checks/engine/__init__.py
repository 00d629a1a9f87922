"""What runs the rules: choosing them, running them, fixing what they find, ignoring it."""
