import java.io.*;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.io.FilenameUtils;

/** Downloads of files below one directory. */
class Downloads {
    private static final String ROOT = "/srv/files";

    void unchecked(HttpServletRequest request) throws IOException {
        String name = request.getParameter("file");
        File file = new File(ROOT, name);
        // ruleid: java-path-traversal
        if (file.exists()) {
            // ruleid: java-path-traversal
            new FileInputStream(file);
        }
        // ruleid: java-path-traversal
        new FileOutputStream(ROOT + "/" + name, true);
        Path path = Paths.get(ROOT, name);
        // ruleid: java-path-traversal
        Files.readAllBytes(path);
        // a name that is only made opens nothing
        // ok: java-path-traversal
        new File(ROOT, name);
    }

    void canonical(HttpServletRequest request) throws IOException {
        File file = new File(ROOT, request.getParameter("file"));
        if (!file.getCanonicalPath().startsWith(ROOT + File.separator)) throw new IOException("outside");
        // ok: java-path-traversal
        new FileInputStream(file);
    }

    /** /srv/files-of-others begins with /srv/files, too. */
    void prefixWithoutSeparator(HttpServletRequest request) throws IOException {
        File file = new File(ROOT, request.getParameter("file"));
        if (!file.getCanonicalPath().startsWith(ROOT)) throw new IOException("outside");
        // ruleid: java-path-traversal
        new FileInputStream(file);
    }

    void normalised(HttpServletRequest request) throws IOException {
        Path root = Paths.get(ROOT);
        Path path = root.resolve(request.getParameter("file")).normalize();
        if (!path.startsWith(root)) throw new IOException("outside");
        // ok: java-path-traversal
        Files.newInputStream(path);
    }

    /** root/../x still begins with root. */
    void notNormalised(HttpServletRequest request) throws IOException {
        Path root = Paths.get(ROOT);
        Path path = root.resolve(request.getParameter("file"));
        if (!path.startsWith(root)) throw new IOException("outside");
        // ruleid: java-path-traversal
        Files.newInputStream(path);
    }

    void lastPartOnly(HttpServletRequest request) throws IOException {
        String name = FilenameUtils.getName(request.getParameter("file"));
        // ok: java-path-traversal
        new FileReader(ROOT + "/" + name);
        String other = request.getParameter("file").replaceAll("[^a-z0-9]", "_");
        // ok: java-path-traversal
        new FileReader(ROOT + "/" + other);
    }

    void decodedAfterTheCheck(HttpServletRequest request) throws IOException {
        String name = request.getParameter("file");
        if (name.contains("..")) throw new IOException("outside");
        // ok: java-path-traversal
        new FileReader(ROOT + "/" + name);
        // ruleid: java-path-traversal
        new FileReader(ROOT + "/" + URLDecoder.decode(name, "UTF-8"));
    }
}
