/** The table of backups: its model, and the table that shows and sorts it. */
package dev.lifeboat.ui;
