"""What is true of relationships: pure rules, without Qt, SQL, a clock or words."""
