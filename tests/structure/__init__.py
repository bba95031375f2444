"""The shape of the house: who imports whom, how long a module is, what a cold start loads."""
