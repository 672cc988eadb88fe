/**
 * Compares indexes with their tables by reading the pages of a file that nobody changes, without SQLite. Knows only how
 * to say that all is well; whatever is not, or is not understood here, is for SQLite to judge.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html">SQLite database file format</a>
 */
package dev.lifeboat.backup.sqlite.pages;
