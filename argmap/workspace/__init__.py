"""Files and folders: settings, finding maps and references, check runs, builds. Everything below is free of them."""
