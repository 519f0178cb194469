"""The hostile terminal: driver, signals, text cleaning. Knows no plan and no screen."""
