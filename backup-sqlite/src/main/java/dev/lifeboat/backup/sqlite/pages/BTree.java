package dev.lifeboat.backup.sqlite.pages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks through the cells of a table or index in their order. That the pages are well formed otherwise is what
 * {@code quick_check} looks at.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#b_tree_pages">B-tree pages</a>
 */
final class BTree {
    private static final int INDEX_INTERIOR = 2;
    private static final int TABLE_INTERIOR = 5;
    private static final int INDEX_LEAF = 10;
    private static final int TABLE_LEAF = 13;

    private static final int FILE_HEADER_BYTES = 100;
    private static final int CELL_COUNT = 3;
    private static final int RIGHTMOST_CHILD = 8;
    private static final int LEAF_HEADER_BYTES = 8;
    private static final int INTERIOR_HEADER_BYTES = 12;
    private static final int POINTER_BYTES = 4;
    private static final int MAX_DEPTH = 30;

    private final PageFile file;
    private final Visitor visitor;
    private final List<ByteBuffer> pages = new ArrayList<>();
    private final Payload payload;

    /** What is done with each cell that has a payload. */
    @FunctionalInterface
    interface Visitor {
        /** The payload is valid until this method returns. */
        void visit(Payload payload) throws IOException, NotProven;
    }

    private BTree(PageFile file, Visitor visitor) {
        this.file = file;
        this.visitor = visitor;
        this.payload = new Payload(file);
    }

    /** Walks through a table or index with this first page. */
    static void walk(PageFile file, long root, Visitor visitor) throws IOException, NotProven {
        new BTree(file, visitor).walk(root, 0);
    }

    private void walk(long number, int depth) throws IOException, NotProven {
        if (depth > MAX_DEPTH) {
            throw new NotProven("pages in a circle");
        }
        if (depth == pages.size()) {
            pages.add(file.newPage());
        }
        ByteBuffer page = pages.get(depth);
        file.read(number, page);
        int header = number == 1 ? FILE_HEADER_BYTES : 0;
        int cells = Short.toUnsignedInt(page.getShort(header + CELL_COUNT));
        switch (page.get(header)) {
            case TABLE_LEAF -> visitRows(page, header + LEAF_HEADER_BYTES, cells);
            case INDEX_LEAF -> visitEntries(page, header + LEAF_HEADER_BYTES, cells);
            case TABLE_INTERIOR -> walkChildren(page, header, cells, false, depth + 1);
            case INDEX_INTERIOR -> walkChildren(page, header, cells, true, depth + 1);
            default -> throw new NotProven("page of an unknown type");
        }
    }

    private void visitRows(ByteBuffer page, int pointers, int cells) throws IOException, NotProven {
        for (int i = 0; i < cells; i++) {
            visitor.visit(payload.ofTable(page, cell(page, pointers, i)));
        }
    }

    private void visitEntries(ByteBuffer page, int pointers, int cells) throws IOException, NotProven {
        for (int i = 0; i < cells; i++) {
            visitor.visit(payload.ofIndex(page, cell(page, pointers, i)));
        }
    }

    private void walkChildren(ByteBuffer page, int header, int cells, boolean withEntries, int depth)
            throws IOException, NotProven {
        for (int i = 0; i < cells; i++) {
            int cell = cell(page, header + INTERIOR_HEADER_BYTES, i);
            walk(Integer.toUnsignedLong(page.getInt(cell)), depth);
            if (withEntries) {
                visitor.visit(payload.ofIndex(page, cell + POINTER_BYTES));
            }
        }
        walk(Integer.toUnsignedLong(page.getInt(header + RIGHTMOST_CHILD)), depth);
    }

    private static int cell(ByteBuffer page, int pointers, int number) {
        return Short.toUnsignedInt(page.getShort(pointers + 2 * number));
    }
}
