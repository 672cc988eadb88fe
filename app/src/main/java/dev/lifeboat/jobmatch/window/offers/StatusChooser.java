package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.window.parts.Choices;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** The status of a stored offer, which can be changed at once, without the editor. */
final class StatusChooser {
    private final Desk desk;
    private final JobOffer offer;
    private final JComboBox<OfferStatus> choice;

    StatusChooser(Desk desk, JobOffer offer) {
        this.desk = desk;
        this.offer = offer;
        this.choice =
                Choices.of(List.of(OfferStatus.values()), status -> desk.texts().of(status.label()));
        choice.setSelectedItem(offer.status());
        choice.addActionListener(event -> save(choice.getItemAt(choice.getSelectedIndex())));
    }

    JComponent component() {
        return choice;
    }

    private void save(OfferStatus status) {
        if (status == offer.status()) {
            return;
        }
        desk.jobs()
                .change(
                        connection -> {
                            JobOfferStore offers = new JobOfferStore(connection);
                            Optional<JobOffer> now = offers.find(offer.id());
                            return now.isPresent()
                                    && offers.update(
                                            now.get().with().status(status).build());
                        },
                        done -> {
                            desk.say(desk.texts()
                                    .text("status.changed", desk.texts().of(status.label())));
                            desk.offersChanged(OptionalLong.empty());
                        },
                        failure -> {
                            choice.setSelectedItem(offer.status());
                            Problem.show(desk.window(), desk.texts(), "editor.not-saved", failure);
                        });
    }
}
