"""Makes a checkout ready to run: the slow half of main.py, standard library only."""
