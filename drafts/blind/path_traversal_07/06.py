    try:
        if not doc_file:
            return Result.failed(code="E000X", msg="doc_file is None")
        import hashlib
        import uuid

        # names from the client never become part of a path: the folder is a digest
        # of the space name, the file gets a random name and keeps its extension
        space_dir = os.path.join(
            KNOWLEDGE_UPLOAD_ROOT_PATH,
            hashlib.sha256(space_name.encode("utf-8")).hexdigest(),
        )
        os.makedirs(space_dir, exist_ok=True)
        extension = "".join(
            c for c in os.path.splitext(doc_file.filename or "")[1] if c.isalnum()
        )
        file_path = os.path.join(space_dir, f"{uuid.uuid4().hex}.{extension}")

        tmp_fd, tmp_path = tempfile.mkstemp(dir=space_dir)
        with os.fdopen(tmp_fd, "wb") as tmp:
            tmp.write(await doc_file.read())
        shutil.move(tmp_path, file_path)

        request = KnowledgeDocumentRequest()
        request.doc_name = doc_name
        request.doc_type = doc_type
        request.content = file_path

        spaces = knowledge_space_service.get_knowledge_space(
            KnowledgeSpaceRequest(name=space_name)
        )
        if not spaces:
            if space_name != "default":
                raise Exception("you have not create your knowledge space.")
            knowledge_space_service.create_knowledge_space(
                KnowledgeSpaceRequest(
                    name=space_name,
                    desc="first db-gpt rag application",
                    owner="dbgpt",
                )
            )
        doc_id = knowledge_space_service.create_knowledge_document(
            space=space_name, request=request
        )
        return Result.succ(doc_id)
    except Exception as e:
        logger.error(f"document upload failed: {e}")
        return Result.failed(code="E000X", msg=f"document add error {e}")
