"""From findings to what people see."""
