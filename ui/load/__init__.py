"""An office under load: many users asking at once through the page, measured from outside."""
