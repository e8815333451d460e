import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.util.Base64;
import javax.servlet.http.HttpServletRequest;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Keeps a basket in a cookie. */
class Baskets {
    Object fromBody(HttpServletRequest request) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(request.getInputStream());
        // ruleid: java-unsafe-deserialization
        return stream.readObject();
    }

    Object fromHeader(HttpServletRequest request) throws Exception {
        byte[] data = Base64.getDecoder().decode(request.getHeader("X-Basket"));
        // ruleid: java-unsafe-deserialization
        return new ObjectInputStream(new ByteArrayInputStream(data)).readObject();
    }

    Object filtered(HttpServletRequest request) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(request.getInputStream());
        stream.setObjectInputFilter(Baskets::onlyBaskets);
        // ok: java-unsafe-deserialization
        return stream.readObject();
    }

    Object fromDisk(ObjectInputStream stream) throws Exception {
        // ok: java-unsafe-deserialization
        return stream.readObject();
    }

    void yaml(HttpServletRequest request) throws Exception {
        // ruleid: java-unsafe-deserialization
        new Yaml().load(request.getReader());
        Yaml safe = new Yaml(new SafeConstructor());
        // ok: java-unsafe-deserialization
        safe.load(request.getReader());
    }
}
