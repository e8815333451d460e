    try:

        def safe_child(parent: str, child: str) -> str:
            """Join one path component, refusing everything that leaves parent."""
            parent = os.path.abspath(parent)
            path = os.path.abspath(os.path.join(parent, child))
            if path == parent or os.path.commonpath([parent, path]) != parent:
                raise ValueError(f"path {child!r} is outside of the upload folder")
            return path

        if doc_file:
            space_dir = safe_child(KNOWLEDGE_UPLOAD_ROOT_PATH, space_name)
            dest = safe_child(space_dir, doc_file.filename)
            if not os.path.exists(space_dir):
                os.makedirs(space_dir)
            tmp_fd, tmp_path = tempfile.mkstemp(dir=space_dir)
            with os.fdopen(tmp_fd, "wb") as tmp:
                tmp.write(await doc_file.read())
            shutil.move(tmp_path, dest)
            request = KnowledgeDocumentRequest()
            request.doc_name = doc_name
            request.doc_type = doc_type
            request.content = dest
            space_res = knowledge_space_service.get_knowledge_space(
                KnowledgeSpaceRequest(name=space_name)
            )
            if len(space_res) == 0:
                # create default space
                if "default" != space_name:
                    raise Exception(f"you have not create your knowledge space.")
                knowledge_space_service.create_knowledge_space(
                    KnowledgeSpaceRequest(
                        name=space_name,
                        desc="first db-gpt rag application",
                        owner="dbgpt",
                    )
                )
            return Result.succ(
                knowledge_space_service.create_knowledge_document(
                    space=space_name, request=request
                )
            )
        return Result.failed(code="E000X", msg=f"doc_file is None")
    except Exception as e:
        return Result.failed(code="E000X", msg=f"document add error {e}")
