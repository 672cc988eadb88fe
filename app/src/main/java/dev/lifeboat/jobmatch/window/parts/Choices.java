package dev.lifeboat.jobmatch.window.parts;

import java.awt.Component;
import java.util.List;
import java.util.function.Function;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;

/** Lists to choose one value from, shown in words. */
public final class Choices {
    private Choices() {}

    /** A list of these values. */
    public static <T> JComboBox<T> of(List<T> values, Function<? super T, String> words) {
        JComboBox<T> box = new JComboBox<>();
        values.forEach(box::addItem);
        box.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            @SuppressWarnings("unchecked")
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
                String text = value == null ? "" : words.apply((T) value);
                return super.getListCellRendererComponent(list, text, index, isSelected, hasFocus);
            }
        });
        box.setMaximumRowCount(Math.max(1, Math.min(12, values.size())));
        return box;
    }
}
