"""What learners work with: lessons, exercises, what they answered, and the words explained."""
