    try:
        if doc_file:
            upload_root = os.path.realpath(KNOWLEDGE_UPLOAD_ROOT_PATH)
            space_dir = os.path.realpath(os.path.join(upload_root, space_name))
            target = os.path.realpath(os.path.join(space_dir, doc_file.filename))
            # the space has to be a real sub folder of the upload root and the
            # document has to be placed directly in that folder
            if os.path.dirname(space_dir) != upload_root or space_dir == upload_root:
                raise ValueError("invalid space name")
            if os.path.dirname(target) != space_dir or target == space_dir:
                raise ValueError("invalid file name")
            os.makedirs(space_dir, exist_ok=True)
            tmp_fd, tmp_path = tempfile.mkstemp(dir=space_dir)
            with os.fdopen(tmp_fd, "wb") as tmp:
                tmp.write(await doc_file.read())
            shutil.move(tmp_path, target)
            request = KnowledgeDocumentRequest()
            request.doc_name = doc_name
            request.doc_type = doc_type
            request.content = target
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
