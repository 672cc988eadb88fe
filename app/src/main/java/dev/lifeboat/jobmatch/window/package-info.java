/** The main window: its menus, its status line, and what it remembers. */
package dev.lifeboat.jobmatch.window;
