package dev.plumbline.detectors.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A gzip stream that stops when it grows out of all proportion. */
final class BoundedInflater extends FilterInputStream {
    private static final int BUFFER = 1 << 16;

    private final Counted packed;
    private final LogLimits limits;
    private long inflated;

    BoundedInflater(InputStream packed, LogLimits limits) throws IOException {
        this(new Counted(packed), limits);
    }

    private BoundedInflater(Counted packed, LogLimits limits) throws IOException {
        super(new GZIPInputStream(packed, BUFFER));
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        inflated += Math.max(count, 0);
        if (inflated > limits.inflatedBytes() && inflated / Math.max(packed.count, 1) > limits.inflation()) {
            throw new IOException("it grows more than %d-fold when unpacked, as no log does: not read further"
                    .formatted(limits.inflation()));
        }
        return count;
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
