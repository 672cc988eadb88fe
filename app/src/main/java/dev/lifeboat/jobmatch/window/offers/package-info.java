/** The screens of job offers: the list and how to search it, one in full, the editor, import and export. */
package dev.lifeboat.jobmatch.window.offers;
