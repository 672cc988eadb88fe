/** Made-up people, companies and offers, for trying the application out. */
package dev.lifeboat.jobmatch.jobs.demo;
