"""What people see: the web page, the API and the command line."""
